-- What a text was taken from is kept as it came.
create trigger originals_only_grow before update or delete on originals
	for each row execute function refuse_change();
--> statement-breakpoint
create trigger originals_not_emptied before truncate on originals execute function refuse_change();
