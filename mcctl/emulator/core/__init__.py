"""What all emulated apps share: the state file, the web, faults, files, what an app is."""
