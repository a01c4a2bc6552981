-- 0005_plan_of_act.sql
-- An act may approve several plans, each carried out under a code of its own: the same act comes in once for each of them.
-- `plan`: which of them, from 1; 1 for an act that approves one.
alter table source_order add column plan integer not null default 1 check (plan >= 1);
alter table source_order drop constraint source_order_number_dated_on_issuer_key;
alter table source_order add constraint source_order_is_one_plan_of_one_act unique (number, dated_on, issuer, plan);
