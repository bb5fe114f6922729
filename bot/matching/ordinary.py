"""Ordinary English words of five letters or more: somebody who writes one of them means it.

A slip of the keyboard is mended only in a word that is no word, so "liked" never becomes
"linked", nor "newer" never.  The list holds everyday words and, above all, the neighbours
of the words that help desks use.  A missing one can only turn an odd word into a guess of
the nearest phrase; the proof of a flow and the person's next message both show it.
"""

from __future__ import annotations

_NEIGHBOURS = """
accent accept access accord accordion account accounts accused actor adding admire admit admits admitted advance advice advise
affect after again agents aging alter alternate always among amount angle another answer answers anyway appeal
appear apply approve approved apron around arrival arrive artist aside asked assist assists associate
attached attempt attend attends attest average award aware awful backed badly baker basic basis batch
became become becoming before began begin behind being belief bending between billed blinked block blocked
board books booked borne bound brand bread break brief bring broke broken brought brown build built burned busy buying
cared carried catch cause caused caves chain chair change changes charge charged cheap check checks chief child
choose chose chosen claim claims class clean clear clerk client clients close closed coast could count counts county
couple course courts cover crated cream create creates creating creation credit credits creditable crime cross crowd current cycle daily dated death debit debts
debtor debtors delay dealt decide deeds denied depend direct doing doubt draft drafts draws dream dress drink drive drove during
early earth easily eight either elect eleven empty ended enjoy enough ensure enter enters entry equal error errors event every exact
exist expect extra faced facts failed fails faith false farmed farms father fault favor fever field fields fifty fight filed filer filers files filing filled filmed
final finally finds fined fired firms first fixed flied floor focus folder follow force forget forgot forms forth found fours
frame fresh front fully funds funny further future given giving glass going goods grade grand grant granted grants graph great green
greet group groups grown guard guess guest guide happy hares hardly heard heart heaven heavy hello helped hence hired holds homes
honest horse hotel hours house human ideal ideas image inked inner input inside intend invite issue issues items itself joint
judge judged keeps kinds kinked knife known knows label labor lacked large later latest latter laugh layer learn lease least
leave legal legally lever levels liked likes liking limit limited lined lines links linen linking listed lists little lived lives living loans local locked logged logic
looked looks loose loosed loser losing losses louder loved lover lower lucky lunch lying magic major makes making manage manager manages marked market match
mated maybe means media meets merged merit metal middle might minds minor minus mixed model modern money month months moral
mother motor mouth moved movie moving music myself named names nearly needed needs never newer newest nexus night noted notes nothing
notice novel nurse occur offer office officer offices often older oldest opens opened opening order orders other others otter ought outer owned
owner owners owning paged pages painting panel paper papers parks party pasts patent patience patter pause peace pended penned pennies people perhaps period permit person phase
phone photo picked piece place placed plain plane planned plans plant plate played point posed power practical practically prefer present press prices pride
prime print prior private prize problem process prove proved proven public pulled purse quick quiet quite raise ranch range rapid rated rates rather reach
reached reads ready really reason recall receive recent record refer refers refund regard region register regularly regulate reject rejects related relay rely remain remember remind remote
remove rents repeat repeal reply report reported reports request require respect rest return returned review rights river rough round route
royal rules saint sales saved saves saving scale scared scene scope score search season second section seems sense sends series served serve serves
seven sever severe shade shakes shall shame shape shaped shard share shared shares sharing sharp sharped shaved sheet shelf shift shirt shock shoot short
should shown shows shred sides sight signed since singed single sites sixty sleep slept slink small smart smile
smoke solid solve solved sooner sorry sound south space spare spared speak speed spend spent spoke sport staff stage stand stared start
starred state stated states steal steam steel stick still stock stood store story strange street strike strong stuck study stuff
style sugar suite sunny super surely sweet switch table taken takes taking talked talks tasks taste taxes teach tends terms thank thanks
their theme there these thick thing things think third those though three threw through throw thrust tiles tiled tight timed times tired
title today topic total touch tough toward tower track trade trail train treat trial trick tried tries trips troop trouble truck truly trust
trusted trusts truth trying turned twelve twenty twice twine twist under unless until updated updates upper upset upgrade
upgraded upgrades upgrading urban usage usual usually valid value video viewed views visit vital voice voted wages waist
waits waste watch water wears weird wheel where which while white whole whose widow winked woman women words worked
worker working works world worry worse worst worth would write writer writes wrong wrote years yield young yours yourself
accounting accountant administer advertise alternative appealed attorneys basically believe calendar cancelled certain certainly citizen collected
combined company compare complete completed computer confirm confirmed connect connected contact continue contract control conversion correctly
correction corrections counsel counselor counted country creditors customer debated decision declined default deleted demand department deposit description desktop detail details different difficult
digital directly disable disabled disliked divided doctor document documents download education electric employee employer enabled engine enrolled estate example
excepted excuse expected expired explain export express external extreme failing failure familiar federal finish finished foreign
forever former formal general generate governed governs handle happen happened history holder hundred husband include included individually information initial
instead interest internal internet invoice keyboard language lawsuit leader leaving lender letter letters license likely listing loaded locally lonely
matter meaning measure meeting member members memory mention merely message method million minute missing mistake mobile
moment monitor monthly morning natural nearby neither network nobody normal normally notary noticed number numbers object obtain office operate
operated opposite option options outside package painted parent partner parties password passwords patient payment payments pending percent perfect perform planning
please position possible posted present pretty prevent previous printed privately probably produce product profile program
project promise proper properly protect provide provided purpose quality quarter question quickly railing reached readily reading reasons received
recently recorded recover reduce regional registers registry regret rejection relate release relevant remainder removed renewed renter repair reporters reporting
represent reset resolve respond response restart restored result retired returns reviews section secure security seeking select selected selling
senior separate service services setting settle several shortly signing similar simple simply sister sitting situation software someone something
sometimes somewhat source special specific standard started station status stopped storage strength student subject submit submitted succeed success
such suddenly suggest summer support suppose surprise survey system systems teacher technical telephone temporary texted thinking
thought thousand through together tomorrow tonight totally towards traded training transfer travel trustees trusting unable uncle unhappy
unlikely unlink unlinked usually various version viewers viewing visited waiting walking wanted warning website weekend western
whatever whether willing window winter within without witness wonder writing written yesterday
"""

ORDINARY = frozenset(_NEIGHBOURS.split())
"""The words, folded."""
