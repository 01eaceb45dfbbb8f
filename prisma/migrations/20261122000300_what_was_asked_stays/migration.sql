-- The gate compares proofs with the rights a request asks for. Whoever could take a right away and write it again with a
-- lower level, or empty the table of proofs, would walk around it.
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON proof FOR EACH STATEMENT EXECUTE FUNCTION habeas_append_only();

CREATE FUNCTION habeas_right_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was asked stays: % on request_right is refused', TG_OP USING ERRCODE = '42501';
END $$;
CREATE TRIGGER right_stays BEFORE DELETE ON request_right FOR EACH ROW EXECUTE FUNCTION habeas_right_stays();
CREATE TRIGGER rights_stay BEFORE TRUNCATE ON request_right FOR EACH STATEMENT EXECUTE FUNCTION habeas_right_stays();
