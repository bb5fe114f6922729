"""The flow language: YAML text in, checked flows out. Pure: no disk, no clock."""
