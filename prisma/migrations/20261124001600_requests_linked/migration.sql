-- Which requests were linked to this one from elsewhere: the remark stands with the other request, and each page asks for it.
CREATE INDEX event_request_linked ON event (organisation_id, (payload ->> 'to'))
  WHERE type IN ('RequestLinked', 'RequestUnlinked');
