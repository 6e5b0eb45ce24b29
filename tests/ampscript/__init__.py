"""Tests of the language, apart from everything else."""
