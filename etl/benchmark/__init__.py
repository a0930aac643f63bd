"""BENCHMARK: what a build costs, beside natasha run naively over the same articles on the same machine in the same run."""
