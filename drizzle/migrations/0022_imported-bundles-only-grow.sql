create trigger imported_bundles_only_grow before update or delete on imported_bundles
	for each row execute function refuse_change();
--> statement-breakpoint
create trigger imported_bundles_not_emptied before truncate on imported_bundles execute function refuse_change();
