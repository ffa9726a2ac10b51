-- The desk finds payments by the number of whoever paid; expunged ones have none.
CREATE INDEX payments_of_phone ON payments (phone) WHERE phone IS NOT NULL;
