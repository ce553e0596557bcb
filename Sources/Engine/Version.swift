/// The version of the tool, as `--version` and every report give it.
public let toolVersion = "0.1.0"
