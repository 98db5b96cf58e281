-- What was written of a claimant who was asked is the first entry of the log.
insert into contacts (id, claim_id, kind, "on", note_ar, note_en, recorded_by, recorded_at)
select 'note-' || left(md5(c.id), 12), c.id, 'noted', (coalesce(e.at, c.created_at) at time zone 'UTC')::date,
	c.contact_note_ar, c.contact_note_en, coalesce(e.actor_id, c.created_by), coalesce(e.at, c.created_at)
from claims c
left join lateral (
	select n.actor_id, n.at from claim_events n
	where n.claim_id = c.id and n.kind = 'record_contact' order by n.id desc limit 1
) e on true
where coalesce(c.contact_note_ar, c.contact_note_en) is not null;
--> statement-breakpoint
create trigger contacts_only_grow before update or delete on contacts for each row execute function refuse_change();
--> statement-breakpoint
create trigger contacts_not_emptied before truncate on contacts execute function refuse_change();
--> statement-breakpoint
create trigger comments_only_grow before update or delete on comments for each row execute function refuse_change();
--> statement-breakpoint
create trigger comments_not_emptied before truncate on comments execute function refuse_change();
--> statement-breakpoint
create trigger comment_texts_only_grow before update or delete on comment_texts
	for each row execute function refuse_change();
--> statement-breakpoint
create trigger comment_texts_not_emptied before truncate on comment_texts execute function refuse_change();
--> statement-breakpoint
create trigger comment_mentions_only_grow before update or delete on comment_mentions
	for each row execute function refuse_change();
--> statement-breakpoint
create trigger comment_mentions_not_emptied before truncate on comment_mentions execute function refuse_change();
--> statement-breakpoint
-- A thread is settled and reopened; what it is about stays.
create function refuse_other_subject() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' or
		(old.id, old.claim_id, old.about, old.evidence_number, old.part, old.opened_by, old.opened_at) is distinct from
		(new.id, new.claim_id, new.about, new.evidence_number, new.part, new.opened_by, new.opened_at) then
		raise exception 'threads stay what they are: % is refused', lower(tg_op) using errcode = 'restrict_violation';
	end if;
	return new;
end
$$;
--> statement-breakpoint
create trigger threads_stay before update or delete on threads for each row execute function refuse_other_subject();
--> statement-breakpoint
create trigger threads_not_emptied before truncate on threads execute function refuse_change();
--> statement-breakpoint
-- A reader's words stay; their address may go, and the task that the complaint became is noted once.
create function refuse_other_complaint() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' or
		(old.id, old.claim_id, old.version, old.text, old.url, old.language, old.form, old.at) is distinct from
		(new.id, new.claim_id, new.version, new.text, new.url, new.language, new.form, new.at)
		or (old.task_id is not null and old.task_id is distinct from new.task_id)
		or (new.email is not null and old.email is distinct from new.email) then
		raise exception 'complaints stay what they are: % is refused', lower(tg_op) using errcode = 'restrict_violation';
	end if;
	return new;
end
$$;
--> statement-breakpoint
create trigger complaints_stay before update or delete on complaints
	for each row execute function refuse_other_complaint();
--> statement-breakpoint
create trigger complaints_not_emptied before truncate on complaints execute function refuse_change();
--> statement-breakpoint
-- Two random UUIDs have 244 bits of chance.
insert into form_secrets (id, secret) values (1, encode(sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'hex'));
--> statement-breakpoint
ALTER TABLE "claims" DROP COLUMN "contact_note_ar";--> statement-breakpoint
ALTER TABLE "claims" DROP COLUMN "contact_note_en";