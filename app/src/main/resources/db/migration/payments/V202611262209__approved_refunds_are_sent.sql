-- An approved refund that was not sent, because the process ended or its gateway could not be reached, waits for the poller.
UPDATE refunds SET next_check_at = now() WHERE status = 'approved';
