-- The three questions asked of one page of conversation records. Of the forms tried, from_json over the whole text without
-- unnest was the fastest: unnest takes five times its time, read_json with a maximum_object_size that lets the page in more.
with pages as (
  select from_json(content, '{"conversationHistoryRecords": [{"messageRecords": [
                                {"sentBy": "VARCHAR", "seq": "BIGINT", "messageData": {"msg": {"text": "VARCHAR"}}}]}]}'
         ).conversationHistoryRecords records
  from read_text(getvariable('input'))
)
select list_sum(list_transform(records, lambda record: len(list_filter(
         record.messageRecords, lambda message: message.sentBy = 'Consumer' and trim(
           message.messageData.msg.text, ' ' || chr(9) || chr(10) || chr(13) || chr(8203)) = '')))),
       list_sum(list_transform(records, lambda record: len(list_filter(
         record.messageRecords, lambda message: length(message.messageData.msg.text) > 5000)))),
       len(list_filter(records, lambda record: list_min(list_transform(
         record.messageRecords, lambda message: {place: message.seq, who: message.sentBy})).who <> 'Consumer'))
from pages;
