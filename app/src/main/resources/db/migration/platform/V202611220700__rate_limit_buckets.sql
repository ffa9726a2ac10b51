-- Kept by Bucket4j; expires_at lets a sweep drop buckets that have long been full again.
CREATE TABLE rate_limit_buckets (
    id text PRIMARY KEY,
    state bytea,
    expires_at bigint
);
CREATE INDEX rate_limit_buckets_expiry ON rate_limit_buckets (expires_at);
