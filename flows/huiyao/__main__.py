"""`python -m huiyao` is the command `huiyao`."""

from huiyao.cli import main

main()
