create trigger blobs_only_grow before update or delete on blobs for each row execute function refuse_change();
--> statement-breakpoint
create trigger blobs_not_emptied before truncate on blobs execute function refuse_change();
--> statement-breakpoint
create trigger source_events_only_grow before update or delete on source_events
	for each row execute function refuse_change();
--> statement-breakpoint
create trigger source_events_not_emptied before truncate on source_events execute function refuse_change();
--> statement-breakpoint
create trigger source_checks_only_grow before update or delete on source_checks
	for each row execute function refuse_change();
--> statement-breakpoint
create trigger source_checks_not_emptied before truncate on source_checks execute function refuse_change();
--> statement-breakpoint
-- A copy is on its way until it is kept or given up; from then on nobody changes what it is.
create function refuse_other_copy() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' or old.status <> 'fetching'
		or (old.id, old.source_id, old.way, old.asked_by, old.asked_at) is distinct from
		(new.id, new.source_id, new.way, new.asked_by, new.asked_at) then
		raise exception 'copies stay what they are: % is refused', lower(tg_op) using errcode = 'restrict_violation';
	end if;
	return new;
end
$$;
--> statement-breakpoint
create trigger source_copies_stay before update or delete on source_copies
	for each row execute function refuse_other_copy();
--> statement-breakpoint
create trigger source_copies_not_emptied before truncate on source_copies execute function refuse_change();
--> statement-breakpoint
-- A task is closed once, and stays what it is about.
create function refuse_other_task() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' or old.closed_at is not null
		or (old.id, old.kind, old.claim_id, old.source_id, old.key, old.opened_at, old.opened_by) is distinct from
		(new.id, new.kind, new.claim_id, new.source_id, new.key, new.opened_at, new.opened_by) then
		raise exception 'tasks are closed once: % is refused', lower(tg_op) using errcode = 'restrict_violation';
	end if;
	return new;
end
$$;
--> statement-breakpoint
create trigger tasks_closed_once before update or delete on tasks for each row execute function refuse_other_task();
--> statement-breakpoint
create trigger tasks_not_emptied before truncate on tasks execute function refuse_change();
