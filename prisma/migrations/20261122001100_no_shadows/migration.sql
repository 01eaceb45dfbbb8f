-- A temporary table is found before the real one of the same name, unless a function says where it looks. No wall may ask
-- a record that whoever stands before it brought along (CVE-2018-1058 shows the way in).
DO $$
DECLARE wall regprocedure;
BEGIN
  FOR wall IN
    SELECT oid FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND starts_with(proname, 'habeas_') AND NOT prosecdef
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', wall);
  END LOOP;
END $$;
