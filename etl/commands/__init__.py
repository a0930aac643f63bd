"""The commands: each module has HELP, DESCRIPTION, `add_arguments(parser)` and `run(args)`, which returns the exit code."""
