-- Similarity of words, for Arabic too (the locale is checked at start).
create extension if not exists pg_trgm;
--> statement-breakpoint
-- What only grows: the database itself refuses to change or delete it, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception '% only grows: % is refused', tg_table_name, lower(tg_op)
		using errcode = 'restrict_violation';
end
$$;
--> statement-breakpoint
create trigger article_versions_only_grow before update or delete on article_versions
	for each row execute function refuse_change();
--> statement-breakpoint
create trigger claim_events_only_grow before update or delete on claim_events
	for each row execute function refuse_change();
--> statement-breakpoint
create trigger verdicts_only_grow before update or delete on verdicts
	for each row execute function refuse_change();
--> statement-breakpoint
create trigger corrections_only_grow before update or delete on corrections
	for each row execute function refuse_change();
--> statement-breakpoint
-- A proposal is decided once; what was proposed and what was decided stay as they were.
create function refuse_second_decision() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' or old.decision <> 'pending' then
		raise exception 'proposals are decided once: % is refused', lower(tg_op)
			using errcode = 'restrict_violation';
	end if;
	if (old.id, old.claim_id, old.rating, old.summary_ar, old.summary_en, old.rationale_ar, old.rationale_en, old.as_of,
			old.correction, old.proposer_id, old.proposed_at)
		is distinct from
		(new.id, new.claim_id, new.rating, new.summary_ar, new.summary_en, new.rationale_ar, new.rationale_en, new.as_of,
			new.correction, new.proposer_id, new.proposed_at) then
		raise exception 'a proposal cannot be reworded: propose again' using errcode = 'restrict_violation';
	end if;
	return new;
end
$$;
--> statement-breakpoint
create trigger proposals_decided_once before update or delete on proposals
	for each row execute function refuse_second_decision();
--> statement-breakpoint
-- A verdict is approved by somebody other than its proposer, and says what that proposal said.
create function verdict_is_approved() returns trigger language plpgsql as $$
begin
	if not exists (
		select from proposals p
		where p.id = new.proposal_id and p.claim_id = new.claim_id and p.rating = new.rating
			and p.proposer_id = new.proposer_id and p.decision = 'approved' and p.decided_by = new.approver_id
	) then
		raise exception 'verdict % has no approved proposal by a second person', new.id using errcode = 'check_violation';
	end if;
	return new;
end
$$;
--> statement-breakpoint
create trigger verdicts_approved before insert on verdicts
	for each row execute function verdict_is_approved();
--> statement-breakpoint
-- TRUNCATE does not fire row triggers.
create trigger article_versions_not_emptied before truncate on article_versions execute function refuse_change();
--> statement-breakpoint
create trigger claim_events_not_emptied before truncate on claim_events execute function refuse_change();
--> statement-breakpoint
create trigger verdicts_not_emptied before truncate on verdicts execute function refuse_change();
--> statement-breakpoint
create trigger corrections_not_emptied before truncate on corrections execute function refuse_change();
--> statement-breakpoint
create trigger proposals_not_emptied before truncate on proposals execute function refuse_change();
--> statement-breakpoint
insert into ratings (key, position, value, label_ar, label_en, meaning_ar, meaning_en) values
	('true', 1, 5, 'صحيح', 'True', 'ما وُجد من أدلة يؤيد الادعاء كما قيل، ولا ينقصه ما يغيّر معناه.', 'The evidence supports the claim as it was made, and nothing is missing that would change its meaning.'),
	('mostly_true', 2, 4, 'صحيح في معظمه', 'Mostly true', 'جوهر الادعاء صحيح، وفيه تفصيل غير دقيق أو ناقص لا يغيّر الخلاصة.', 'The core of the claim holds; a detail is inexact or missing without changing the conclusion.'),
	('missing_context', 3, 3, 'ينقصه سياق', 'Missing context', 'في الادعاء ما يصح، لكنه يضلّل إذا قُرئ من دون ما أُغفل من سياق.', 'Parts of the claim hold, yet it misleads without the context that was left out.'),
	('mostly_false', 4, 2, 'خاطئ في معظمه', 'Mostly false', 'في الادعاء عنصر صحيح، لكن خلاصته لا تصمد أمام الأدلة.', 'An element of the claim is right, but its conclusion does not stand up to the evidence.'),
	('false', 5, 1, 'خاطئ', 'False', 'الأدلة تنقض الادعاء.', 'The evidence contradicts the claim.'),
	('unproven', 6, null, 'غير مثبت', 'Unproven', 'ما وُجد من أدلة لا يكفي لتأييد الادعاء ولا لنفيه.', 'The evidence found is not enough to support the claim or to refute it.'),
	('outdated', 7, null, 'لم يعد صحيحًا', 'Outdated', 'كان الادعاء صحيحًا حين قيل، ثم تغيّرت الوقائع.', 'The claim was right when it was made; the facts have changed since.'),
	('satire', 8, null, 'ساخر', 'Satire', 'قيل على سبيل السخرية ولم يُقصد به الخبر.', 'It was meant as satire and not as a statement of fact.'),
	('opinion', 9, null, 'رأي', 'Opinion', 'رأي لا واقعة يمكن التحقق منها.', 'An opinion, not a fact that can be checked.');
