-- Rows of the queue, packs and recounts read requests with their events; without this each such read walks the whole record.
CREATE INDEX "event_request_id_seq_idx" ON "event"("request_id", "seq");
