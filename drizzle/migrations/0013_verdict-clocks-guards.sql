-- A proposal is decided once; what was proposed stays as it was, how the claim stands today with it.
create or replace function refuse_second_decision() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' or old.decision <> 'pending' then
		raise exception 'proposals are decided once: % is refused', lower(tg_op)
			using errcode = 'restrict_violation';
	end if;
	if (old.id, old.claim_id, old.rating, old.summary_ar, old.summary_en, old.rationale_ar, old.rationale_en, old.as_of,
			old.rating_now, old.now_since, old.review_on, old.stale, old.correction, old.proposer_id, old.proposed_at)
		is distinct from
		(new.id, new.claim_id, new.rating, new.summary_ar, new.summary_en, new.rationale_ar, new.rationale_en, new.as_of,
			new.rating_now, new.now_since, new.review_on, new.stale, new.correction, new.proposer_id, new.proposed_at) then
		raise exception 'a proposal cannot be reworded: propose again' using errcode = 'restrict_violation';
	end if;
	return new;
end
$$;
--> statement-breakpoint
create trigger blind_ratings_only_grow before update or delete on blind_ratings
	for each row execute function refuse_change();
--> statement-breakpoint
create trigger blind_ratings_not_emptied before truncate on blind_ratings execute function refuse_change();
--> statement-breakpoint
-- Only the two who were asked rate, and only while the round is open.
create function blind_rating_is_asked_for() returns trigger language plpgsql as $$
begin
	if not exists (
		select from blind_rounds r
		where r.id = new.round_id and r.state = 'open' and new.rater_id in (r.first_rater_id, r.second_rater_id)
	) then
		raise exception 'round % does not ask % for a rating', new.round_id, new.rater_id using errcode = 'check_violation';
	end if;
	return new;
end
$$;
--> statement-breakpoint
create trigger blind_ratings_asked_for before insert on blind_ratings
	for each row execute function blind_rating_is_asked_for();
--> statement-breakpoint
-- A round that is settled stays as it was settled.
create function refuse_second_settlement() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' or old.state in ('agreed', 'adjudicated', 'called_off')
		or (old.id, old.claim_id, old.first_rater_id, old.second_rater_id, old.opened_by, old.opened_at)
			is distinct from (new.id, new.claim_id, new.first_rater_id, new.second_rater_id, new.opened_by, new.opened_at) then
		raise exception 'a blind round is settled once: % is refused', lower(tg_op) using errcode = 'restrict_violation';
	end if;
	return new;
end
$$;
--> statement-breakpoint
create trigger blind_rounds_settled_once before update or delete on blind_rounds
	for each row execute function refuse_second_settlement();
