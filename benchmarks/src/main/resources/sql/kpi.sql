-- As KpiStore has it; a test compares the two.
WITH c AS (
    SELECT coalesce(sum(submitted), 0) AS submitted, coalesce(sum(in_progress), 0) AS in_progress, coalesce(sum(resolved), 0) AS resolved,
           coalesce(sum(cancelled), 0) AS cancelled, coalesce(sum(resolutions), 0) AS resolutions, coalesce(sum(service_seconds), 0) AS seconds
    FROM (SELECT submitted, in_progress, resolved, cancelled, resolutions, service_seconds FROM complaint_days WHERE day = 'infinity' AND ward = '*'
          UNION ALL SELECT submitted, in_progress, resolved, cancelled, resolutions, service_seconds FROM complaint_day_deltas) kept
), u AS (
    SELECT coalesce(sum(accounts) FILTER (WHERE role = 'citizen'), 0) AS citizens, coalesce(sum(accounts) FILTER (WHERE role = 'admin'), 0) AS admins,
           coalesce(sum(accounts) FILTER (WHERE role = 'super_admin'), 0) AS super_admins, coalesce(sum(verified), 0) AS verified
    FROM (SELECT role, accounts, verified FROM user_days WHERE day = 'infinity' AND role <> '*'
          UNION ALL SELECT role, accounts, verified FROM user_day_deltas) kept
), f AS (
    SELECT coalesce(sum(stars_1 + stars_2 + stars_3 + stars_4 + stars_5), 0) AS ratings,
           coalesce(sum(stars_1 + 2 * stars_2 + 3 * stars_3 + 4 * stars_4 + 5 * stars_5), 0) AS stars
    FROM (SELECT stars_1, stars_2, stars_3, stars_4, stars_5 FROM feedback_days WHERE day = 'infinity' AND ward = '*'
          UNION ALL SELECT stars_1, stars_2, stars_3, stars_4, stars_5 FROM feedback_day_deltas) kept
), w AS (
    SELECT ward, sum(filed) AS filed, sum(resolved) AS resolved
    FROM (SELECT ward, submitted + in_progress + resolved + cancelled AS filed, resolved FROM complaint_days WHERE day = 'infinity' AND ward NOT IN ('*', '')
          UNION ALL SELECT ward, submitted + in_progress + resolved + cancelled, resolved FROM complaint_day_deltas WHERE ward <> '') kept
    GROUP BY ward HAVING sum(filed) > 0 ORDER BY sum(filed) DESC, ward LIMIT 10
)
SELECT c.*, u.*, f.*, ARRAY(SELECT ward FROM w ORDER BY filed DESC, ward), ARRAY(SELECT filed::bigint FROM w ORDER BY filed DESC, ward),
       ARRAY(SELECT resolved::bigint FROM w ORDER BY filed DESC, ward)
FROM c, u, f;
