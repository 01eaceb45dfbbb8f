-- Which requests were noted as duplicates of this one: the remark stands with the other request, and each page asks for it.
CREATE INDEX event_duplicate_noted ON event (organisation_id) WHERE type = 'DuplicateNoted';
