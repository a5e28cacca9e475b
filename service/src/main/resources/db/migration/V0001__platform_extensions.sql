-- Search needs trigrams. Where an external server forbids extensions, its administrator creates them once.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
