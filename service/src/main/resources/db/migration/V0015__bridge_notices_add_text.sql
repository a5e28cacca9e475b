-- One sentence for people, and how soon somebody should look: 'info', 'warning' or 'critical'.
alter table account_notice add column severity text not null default 'info';

alter table account_notice add column text text not null default '';
