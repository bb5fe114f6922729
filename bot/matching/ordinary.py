"""Ordinary English words of five letters or more: somebody who writes one of them means it.

A slip of the keyboard is mended only in a word that is no word, so "liked" never becomes
"linked", nor "newer" never.  The list holds everyday words and, above all, the neighbours
of the words that help desks use.  A missing one can only turn an odd word into a guess of
the nearest phrase; the proof of a flow and the person's next message both show it.
"""

_NEIGHBOURS = """
accent accept access accord accordion account accountant accounting accounts accused actor adding administer
admire admit admits admitted advance advertise advice advise affect after again agents aging alter alternate
alternative always among amount angle another answer answers anyway appeal appealed appear apply approve
approved apron around arrival arrive artist aside asked assist assists associate attached attempt attend
attends attest attorneys average award aware awful backed badly baker basic basically basis batch became
become becoming before began begin behind being belief believe bending between billed blinked block blocked
board booked books borne bound brand bread break brief bring broke broken brought brown build built burned
buying calendar cancelled cared carried catch cause caused caves certain certainly chain chair change
changes charge charged cheap check checks chief child choose chose chosen citizen claim claims class clean
clear clerk client clients close closed coast collected combined company compare complete completed computer
confirm confirmed connect connected contact continue contract control conversion correction corrections
correctly could counsel counselor count counted country counts county couple course courts cover crated
cream create creates creating creation credit creditable creditors credits crime cross crowd current
customer cycle daily dated dealt death debated debit debtor debtors debts decide decision declined deeds
default delay deleted demand denied department depend deposit description desktop detail details different
difficult digital direct directly disable disabled disliked divided doctor document documents doing doubt
download draft drafts draws dream dress drink drive drove during early earth easily education eight either
elect electric eleven employee employer empty enabled ended engine enjoy enough enrolled ensure enter enters
entry equal error errors estate event every exact example excepted excuse exist expect expected expired
explain export express external extra extreme faced facts failed failing fails failure faith false familiar
farmed farms father fault favor federal fever field fields fifty fight filed filer filers files filing
filled filmed final finally finds fined finish finished fired firms first fixed flied floor focus folder
follow force foreign forever forget forgot formal former forms forth found fours frame fresh front fully
funds funny further future general generate given giving glass going goods governed governs grade grand
grant granted grants graph great green greet group groups grown guard guess guest guide handle happen
happened happy hardly hares heard heart heaven heavy hello helped hence hired history holder holds homes
honest horse hotel hours house human hundred husband ideal ideas image include included individually
information initial inked inner input inside instead intend interest internal internet invite invoice issue
issues items itself joint judge judged keeps keyboard kinds kinked knife known knows label labor lacked
language large later latest latter laugh lawsuit layer leader learn lease least leave leaving legal legally
lender letter letters levels lever license liked likely likes liking limit limited lined linen lines linking
links listed listing lists little lived lives living loaded loans local locally locked logged logic lonely
looked looks loose loosed loser losing losses louder loved lover lower lucky lunch lying magic major makes
making manage manager manages marked market match mated matter maybe meaning means measure media meeting
meets member members memory mention merely merged merit message metal method middle might million minds
minor minus minute missing mistake mixed mobile model modern moment money monitor month monthly months moral
morning mother motor mouth moved movie moving music myself named names natural nearby nearly needed needs
neither network never newer newest nexus night nobody normal normally notary noted notes nothing notice
noticed novel number numbers nurse object obtain occur offer office officer offices often older oldest
opened opening opens operate operated opposite option options order orders other others otter ought outer
outside owned owner owners owning package paged pages painted painting panel paper papers parent parks
parties partner party password passwords pasts patent patience patient patter pause payment payments peace
pended pending penned pennies people percent perfect perform perhaps period permit person phase phone photo
picked piece place placed plain plane planned planning plans plant plate played please point posed position
possible posted power practical practically prefer present press pretty prevent previous prices pride prime
print printed prior private privately prize probably problem process produce product profile program project
promise proper properly protect prove proved proven provide provided public pulled purpose purse quality
quarter question quick quickly quiet quite railing raise ranch range rapid rated rates rather reach reached
readily reading reads ready really reason reasons recall receive received recent recently record recorded
recover reduce refer refers refund regard region regional register registers registry regret regularly
regulate reject rejection rejects relate related relay release relevant remain remainder remember remind
remote remove removed renewed renter rents repair repeal repeat reply report reported reporters reporting
reports represent request require reset resolve respect respond response restart restored result retired
return returned returns review reviews rights river rough round route royal rules saint sales saved saves
saving scale scared scene scope score search season second section secure security seeking seems select
selected selling sends senior sense separate series serve served serves service services setting settle
seven sever several severe shade shakes shall shame shape shaped shard share shared shares sharing sharp
sharped shaved sheet shelf shift shirt shock shoot short shortly should shown shows shred sides sight signed
signing similar simple simply since singed single sister sites sitting situation sixty sleep slept slink
small smart smile smoke software solid solve solved someone something sometimes somewhat sooner sorry sound
source south space spare spared speak special specific speed spend spent spoke sport staff stage stand
standard stared starred start started state stated states station status steal steam steel stick still stock
stood stopped storage store story strange street strength strike strong stuck student study stuff style
subject submit submitted succeed success suddenly sugar suggest suite summer sunny super support suppose
surely surprise survey sweet switch system systems table taken takes taking talked talks tasks taste taxes
teach teacher technical telephone temporary tends terms texted thank thanks their theme there these thick
thing things think thinking third those though thought thousand three threw through throw thrust tight tiled
tiles timed times tired title today together tomorrow tonight topic total totally touch tough toward towards
tower track trade traded trail train training transfer travel treat trial trick tried tries trips troop
trouble truck truly trust trusted trustees trusting trusts truth trying turned twelve twenty twice twine
twist unable uncle under unhappy unless unlikely unlink unlinked until updated updates upgrade upgraded
upgrades upgrading upper upset urban usage usual usually valid value various version video viewed viewers
viewing views visit visited vital voice voted wages waist waiting waits walking wanted warning waste watch
water wears website weekend weird western whatever wheel where whether which while white whole whose widow
willing window winked winter within without witness woman women wonder words worked worker working works
world worry worse worst worth would write writer writes writing written wrong wrote years yesterday yield
young yours yourself
"""

ORDINARY = frozenset(_NEIGHBOURS.split())
"""The words, folded."""
