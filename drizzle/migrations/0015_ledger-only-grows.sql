-- The ledger only grows, entry by entry: each has the next number, names the hash of the one before it, and is no older.
create function ledger_follows() returns trigger language plpgsql as $$
declare
	last record;
begin
	select seq, hash, at into last from ledger order by seq desc limit 1;
	if new.seq <> coalesce(last.seq, 0) + 1
		or new.prev <> coalesce(last.hash, repeat('0', 64))
		or new.at < coalesce(last.at, new.at) then
		raise exception 'entry % does not follow entry % of the ledger', new.seq, coalesce(last.seq, 0)
			using errcode = 'check_violation';
	end if;
	return new;
end
$$;
--> statement-breakpoint
create trigger ledger_follows before insert on ledger for each row execute function ledger_follows();
--> statement-breakpoint
-- A head covers the ledger as it stands, and more than the head before it.
create function ledger_head_fits() returns trigger language plpgsql as $$
begin
	if not exists (select from ledger where seq = new.size and hash = new.chain)
		or exists (select from ledger where seq > new.size)
		or exists (select from ledger_heads where size >= new.size) then
		raise exception 'the head of % entries does not fit the ledger', new.size using errcode = 'check_violation';
	end if;
	return new;
end
$$;
--> statement-breakpoint
create trigger ledger_head_fits before insert on ledger_heads for each row execute function ledger_head_fits();
--> statement-breakpoint
create trigger ledger_only_grows before update or delete on ledger for each row execute function refuse_change();
--> statement-breakpoint
create trigger ledger_not_emptied before truncate on ledger execute function refuse_change();
--> statement-breakpoint
create trigger ledger_heads_only_grow before update or delete on ledger_heads for each row execute function refuse_change();
--> statement-breakpoint
create trigger ledger_heads_not_emptied before truncate on ledger_heads execute function refuse_change();
--> statement-breakpoint
create trigger ledger_nodes_only_grow before update or delete on ledger_nodes for each row execute function refuse_change();
--> statement-breakpoint
create trigger ledger_nodes_not_emptied before truncate on ledger_nodes execute function refuse_change();
--> statement-breakpoint
create trigger ledger_keys_only_grow before update or delete on ledger_keys for each row execute function refuse_change();
--> statement-breakpoint
create trigger ledger_keys_not_emptied before truncate on ledger_keys execute function refuse_change();
--> statement-breakpoint
-- A salt is never another; the owner of the database may delete one, where somebody must be forgotten.
create trigger ledger_salts_stay before update on ledger_salts for each row execute function refuse_change();
--> statement-breakpoint
create trigger ledger_salts_not_emptied before truncate on ledger_salts execute function refuse_change();
