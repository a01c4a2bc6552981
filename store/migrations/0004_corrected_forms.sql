-- 0004_corrected_forms.sql
-- Cases of a name or a post that an office has corrected: {"surname": {"genitive": "…"}, "post": {…}}; null: none were ever given.
alter table official add column forms jsonb;
