import Detection
import Model

/// The JSON Schema of the configuration file; its settings are those of the detectors.
public enum ConfigurationSchema {
  public static var text: String {
    #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:convolint:configuration:1",
      "title": "convolint configuration",
      "description": "The file .convolint.yml, or the one that --config names.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "bots": {
          "description": "Ids and logins of participants that are bots.",
          "$ref": "#/$defs/names"
        },
        "detectors": {"description": "Run only these.", "$ref": "#/$defs/detectors"},
        "except": {"description": "Run all but these.", "$ref": "#/$defs/detectors"},
        "format": {
          "description": "What goes to standard output.",
          "enum": \#(SchemaText.list(ReportNames.all + ["none"])),
          "default": "text"
        },
        "min-severity": {
          "description": "Leave lesser findings out of the reports.",
          "enum": \#(SchemaText.list(severities)),
          "default": "info"
        },
        "fail-on": {
          "description": "Exit 1 if a finding is at least this severe.",
          "enum": \#(SchemaText.list(["none"] + severities)),
          "default": "none"
        },
        "strict": {
          "description": "An unreadable record also makes the run incomplete.",
          "type": "boolean",
          "default": false
        },
        "max-record-bytes": {
          "description": "Pass over records larger than this.",
          "type": "integer",
          "minimum": \#(RecordLimits.allowed.lowerBound),
          "maximum": \#(RecordLimits.allowed.upperBound),
          "default": \#(Configuration().recordLimit)
        },
        "time-zone": {
          "description": "The zone of times that have none, by its name in the time zone database; UTC if absent.",
          "type": "string"
        },
        "excel": {"description": "CSV with a byte-order mark and CRLF.", "type": "boolean", "default": false},
        "delimiter": {
          "description": "What stands between the cells of CSV: one character, or tab.",
          "type": "string",
          "default": ","
        },
        "settings": {
          "description": "Settings by detector.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
    \#(detectors)
          }
        }
      },
      "$defs": {
        "names": {
          "anyOf": [
            {"type": ["string", "integer"]},
            {"type": "array", "items": {"type": ["string", "integer"]}}
          ]
        },
        "detector": {"enum": \#(SchemaText.list(DetectorPages.ids))},
        "detectors": {
          "anyOf": [
            {"$ref": "#/$defs/detector"},
            {"type": "array", "items": {"$ref": "#/$defs/detector"}}
          ]
        },
        "duration": {"description": "500ms, 2s, 10m or 1h.", "type": "string", "pattern": "^[0-9]+(ms|s|m|h)$"},
        "number": {"type": ["integer", "string"], "pattern": "^[0-9]+$", "minimum": 0}
      }
    }
    """#
  }

  private static var severities: [String] { Severity.allCases.map(\.rawValue) }

  private static var detectors: String {
    let shared = object(DetectorSuite.sharedName, "What all detectors share.", SharedSettings.infos)
    return (Catalog.infos.map { object($0.id, $0.summary, $0.settings) } + [shared]).joined(separator: ",\n")
  }

  private static func object(_ name: String, _ description: String, _ settings: [SettingInfo]) -> String {
    """
            \(SchemaText.string(name)): {
              "description": \(SchemaText.string(description)),
              "type": "object",
              "additionalProperties": false,
              "properties": {
    \(settings.map(property).joined(separator: ",\n"))
              }
            }
    """
  }

  /// A setting's default tells how its values are written.
  private static func property(_ setting: SettingInfo) -> String {
    let kind =
      switch setting.defaultValue {
      case let value where value.wholeMatch(of: /[0-9]+/) != nil: ##""$ref": "#/$defs/number""##
      case let value where value.wholeMatch(of: /[0-9]+(ms|s|m|h)/) != nil: ##""$ref": "#/$defs/duration""##
      default: #""type": "string""#
      }
    return """
                \(SchemaText.string(setting.key)): {
                  "description": \(SchemaText.string(setting.meaning)),
                  \(kind),
                  "default": \(SchemaText.string(setting.defaultValue))
                }
      """
  }
}
