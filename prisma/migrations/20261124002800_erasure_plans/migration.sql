-- An erasure is planned, released by somebody else, and begun only when the person's time to think is over; decision 068.
-- Mirrors lib/domain/systems/plan-steps.ts.
ALTER TABLE "privacy_request" ADD COLUMN "erase_from" DATE;
-- Released and not begun: few at any time, and the sweep reads these alone.
CREATE INDEX privacy_request_erasing ON privacy_request (organisation_id, erase_from, id) WHERE erase_from IS NOT NULL;

-- The newest word about a plan before this entry, and whether the right to erasure is proven by then.
CREATE FUNCTION habeas_plan_word(request uuid, before_seq int) RETURNS event LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT e FROM event e WHERE e.chain_id = request AND e.seq < before_seq
    AND e.type IN ('ErasurePlanned', 'ErasurePlanReturned', 'ErasurePlanReleased', 'ErasureBegun')
  ORDER BY e.seq DESC LIMIT 1
$$;

CREATE FUNCTION habeas_erasure_is_proven(request uuid, before_seq int) RETURNS boolean LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM request_right r WHERE r.request_id = request AND r.right = 'erasure'
      AND habeas_satisfied(request, r.level_needed, r.ways, before_seq)
  )
$$;

CREATE FUNCTION habeas_erasure_is_released() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE word event := habeas_plan_word(NEW.request_id, NEW.seq);
BEGIN
  IF NOT habeas_erasure_is_proven(NEW.request_id, NEW.seq) THEN
    RAISE EXCEPTION 'the gate is shut: nothing is erased for whoever has not shown who they are' USING ERRCODE = '42501';
  END IF;
  IF NEW.type = 'ErasurePlanReleased' AND (
    word.type IS DISTINCT FROM 'ErasurePlanned' OR NEW.actor_kind <> 'staff' OR NEW.actor_id IS NOT DISTINCT FROM word.actor_id
  ) THEN
    RAISE EXCEPTION 'a plan is released by somebody else than made it' USING ERRCODE = '42501';
  END IF;
  IF NEW.type = 'ErasureBegun' AND (
    word.type IS DISTINCT FROM 'ErasurePlanReleased' OR NEW.day < (word.payload ->> 'effectsFrom')::date
  ) THEN
    RAISE EXCEPTION 'an erasure begins by a released plan, and on its day' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER erasure_is_released BEFORE INSERT ON event FOR EACH ROW
  WHEN (NEW.type IN ('ErasurePlanReleased', 'ErasureBegun')) EXECUTE FUNCTION habeas_erasure_is_released();

-- No system is told to erase but by a plan that was released and has begun. Beside habeas_tasks_need_proof.
CREATE FUNCTION habeas_erasing_is_planned() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE word event := habeas_plan_word(NEW.request_id, NEW.seq);
BEGIN
  IF word.type IS DISTINCT FROM 'ErasureBegun' AND EXISTS (
    SELECT 1 FROM jsonb_array_elements(NEW.payload -> 'tasks') opened WHERE opened.value ->> 'verb' = 'erase'
  ) THEN
    RAISE EXCEPTION 'nothing is erased but by a released plan that has begun' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER erasing_is_planned BEFORE INSERT ON event FOR EACH ROW WHEN (NEW.type = 'TasksOpened')
  EXECUTE FUNCTION habeas_erasing_is_planned();
