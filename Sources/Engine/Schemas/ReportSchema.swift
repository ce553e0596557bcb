import Model

/// The JSON Schema of the JSON report `convolint-report/1`.
///
/// It is strict: a key that it does not name is an error, so that a new one cannot slip in without a word here. A
/// detector is only held to the shape of an id, since a new detector is no new version of the report.
public enum ReportSchema {
  public static var text: String {
    #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:convolint:report:1",
      "title": "convolint report",
      "description": "What `convolint --format json` writes. The lines of `--format ndjson` are findings, problems, inputs and the run of this schema, each with a `type`.",
      "type": "object",
      "additionalProperties": false,
      "required": ["schema", "tool", "run", "summary", "findings", "problems"],
      "properties": {
        "schema": {"const": "convolint-report/1"},
        "tool": {
          "type": "object",
          "additionalProperties": false,
          "required": ["name", "version"],
          "properties": {
            "name": {"const": "convolint"},
            "version": {"type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]+)?$"}
          }
        },
        "run": {"$ref": "#/$defs/run"},
        "summary": {"$ref": "#/$defs/summary"},
        "findings": {
          "description": "By time (none last), then conversation, detector, fingerprint.",
          "type": "array",
          "items": {"$ref": "#/$defs/finding"}
        },
        "problems": {
          "description": "What could not be read.",
          "type": "array",
          "items": {"$ref": "#/$defs/problem"}
        }
      },
      "$defs": {
    \#(run),
    \#(summary),
    \#(finding),
    \#(problem),
    \#(words)
      }
    }
    """#
  }

  private static let run = #"""
        "run": {
          "type": "object",
          "additionalProperties": false,
          "required": ["complete", "exit_code", "coverage", "as_of", "settings", "inputs"],
          "properties": {
            "complete": {"description": "Everything was read.", "type": "boolean"},
            "exit_code": {"enum": [0, 1, 2]},
            "coverage": {
              "description": "The first and the last moment that the inputs speak of.",
              "type": "object",
              "additionalProperties": false,
              "required": ["start", "end"],
              "properties": {"start": {"$ref": "#/$defs/time"}, "end": {"$ref": "#/$defs/time"}}
            },
            "as_of": {"description": "Where the log ends, for everything that waits.", "$ref": "#/$defs/time"},
            "settings": {
              "description": "Settings that differ from their defaults.",
              "type": "object",
              "propertyNames": {"pattern": "^([a-z0-9]+(-[a-z0-9]+)*\\.)?[a-z0-9]+(-[a-z0-9]+)*$"},
              "additionalProperties": {"type": "string"}
            },
            "inputs": {"type": "array", "items": {"$ref": "#/$defs/input"}}
          }
        },
        "input": {
          "type": "object",
          "additionalProperties": false,
          "required": ["path", "layouts", "bytes", "records", "ignored", "problems", "unrecognized"],
          "properties": {
            "path": {"type": "string", "minLength": 1},
            "layouts": {"type": "array", "uniqueItems": true, "items": {"$ref": "#/$defs/id"}},
            "bytes": {"description": "Uncompressed.", "$ref": "#/$defs/count"},
            "records": {"$ref": "#/$defs/count"},
            "ignored": {"description": "Records that hold nothing to judge, by kind.", "$ref": "#/$defs/counts"},
            "problems": {"$ref": "#/$defs/counts", "propertyNames": {"$ref": "#/$defs/problem_kind"}},
            "unrecognized": {"description": "Records of no known layout, by what they look like.", "$ref": "#/$defs/counts"}
          }
        }
    """#

  private static let summary = #"""
        "summary": {
          "type": "object",
          "additionalProperties": false,
          "required": ["conversations", "messages", "bots", "notices", "detectors"],
          "properties": {
            "conversations": {"$ref": "#/$defs/count"},
            "messages": {"$ref": "#/$defs/count"},
            "bots": {"type": "array", "uniqueItems": true, "items": {"type": "string", "minLength": 1}},
            "notices": {"type": "array", "items": {"type": "string", "minLength": 1}},
            "detectors": {"type": "array", "items": {"$ref": "#/$defs/detector"}}
          }
        },
        "detector": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "detector", "findings", "conversations_affected", "conversations_judged", "rate_basis_points", "undecided",
            "not_applicable", "unit"
          ],
          "properties": {
            "detector": {"$ref": "#/$defs/id"},
            "findings": {
              "description": "By severity, before filters.",
              "type": "object",
              "additionalProperties": false,
              "required": ["info", "warning", "error"],
              "properties": {
                "info": {"$ref": "#/$defs/count"},
                "warning": {"$ref": "#/$defs/count"},
                "error": {"$ref": "#/$defs/count"}
              }
            },
            "conversations_affected": {"$ref": "#/$defs/count"},
            "conversations_judged": {"$ref": "#/$defs/count"},
            "rate_basis_points": {
              "description": "Affected of judged, in hundredths of a percent, rounded down; null where none was judged.",
              "type": ["integer", "null"],
              "minimum": 0
            },
            "undecided": {"$ref": "#/$defs/count"},
            "not_applicable": {"description": "Conversations or bots by reason.", "$ref": "#/$defs/counts"},
            "unit": {
              "description": "What the detector judges: affected, judged, undecided and not applicable count these.",
              "enum": ["conversations", "bots"]
            }
          }
        }
    """#

  private static let finding = #"""
        "finding": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "time", "severity", "detector", "cause", "confidence", "account_id", "conversation_id", "dialog_id",
            "channel", "skill_id", "bot_id", "sequence", "summary", "metric", "value", "threshold", "source", "record",
            "remedy", "doc_url", "fingerprint", "details"
          ],
          "properties": {
            "time": {"$ref": "#/$defs/time"},
            "severity": {"enum": \#(SchemaText.list(Severity.allCases.map(\.rawValue)))},
            "detector": {"$ref": "#/$defs/id"},
            "cause": {"$ref": "#/$defs/id"},
            "confidence": {"enum": \#(SchemaText.list(Confidence.allCases.map(\.rawValue)))},
            "account_id": {"$ref": "#/$defs/name"},
            "conversation_id": {"$ref": "#/$defs/name"},
            "dialog_id": {"$ref": "#/$defs/name"},
            "channel": {"$ref": "#/$defs/name"},
            "skill_id": {"$ref": "#/$defs/name"},
            "bot_id": {"$ref": "#/$defs/name"},
            "sequence": {"type": ["integer", "null"]},
            "summary": {"type": "string", "minLength": 1},
            "metric": {"type": ["string", "null"], "pattern": "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},
            "value": {"type": ["integer", "null"]},
            "threshold": {"type": ["integer", "null"]},
            "source": {"$ref": "#/$defs/name"},
            "record": {"$ref": "#/$defs/place"},
            "remedy": {"type": "string", "minLength": 1},
            "doc_url": {"type": "string", "format": "uri", "pattern": "^https://[^ ]+$"},
            "fingerprint": {"type": "string", "pattern": "^f-[0-9a-f]{16}$"},
            "details": {
              "description": "The detector's own fields, the same for each of its findings.",
              "type": "object",
              "propertyNames": {"pattern": "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"},
              "additionalProperties": {"type": ["string", "integer", "boolean", "null"]}
            },
            "excerpt": {"description": "Only with --include-text.", "type": ["string", "null"]}
          }
        }
    """#

  private static let problem = #"""
        "problem": {
          "type": "object",
          "additionalProperties": false,
          "required": ["source", "record", "byte_offset", "kind", "message", "count"],
          "properties": {
            "source": {"type": "string", "minLength": 1},
            "record": {"$ref": "#/$defs/place"},
            "byte_offset": {"description": "Into the uncompressed bytes.", "type": ["integer", "null"], "minimum": 0},
            "kind": {"$ref": "#/$defs/problem_kind"},
            "message": {"type": "string", "minLength": 1},
            "count": {"description": "How many of the kind the input has, listed or not.", "type": "integer", "minimum": 1}
          }
        },
        "problem_kind": {"enum": \#(SchemaText.list(Problem.Kind.allCases.map(\.rawValue)))}
    """#

  private static let words = #"""
        "time": {
          "description": "RFC 3339 in UTC, with milliseconds.",
          "type": ["string", "null"],
          "format": "date-time",
          "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"
        },
        "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "name": {"description": "null where the log does not say; never empty.", "type": ["string", "null"], "minLength": 1},
        "place": {"description": "The line, or the element of a document's array.", "type": ["integer", "null"], "minimum": 1},
        "count": {"type": "integer", "minimum": 0},
        "counts": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}}
    """#
}
