# The three questions asked of a log of notifications: jq -n -r -f jq-events.jq <file>
# Grouping what is needed of each message is the fastest way tried: an object that grows by reduce is copied at each step.

# A regular expression is compiled at each use: only what begins blank is matched.
def blank: (.[:1] as $first | " \t\n\r\u200b" | contains($first)) and test("^[ \\t\\n\\r\u200b]*$");

[inputs | .body.changes[] | select(.event.type == "ContentEvent")
 | (.originatorMetadata.role == "CONSUMER") as $consumer
 | {conversation: .dialogId, sequence, $consumer, empty: ($consumer and (.event.message | blank)),
    oversized: ((.event.message | length) > 5000)}]
| [.[] | select(.empty)] as $empty
| [.[] | select(.oversized)] as $oversized
| [group_by(.conversation)[] | min_by(.sequence) | select(.consumer | not)] as $others
| "\($empty | length),\($oversized | length),\($others | length)"
