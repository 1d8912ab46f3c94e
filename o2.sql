truncate orders;
INSERT INTO orders (customer_id, status, created_at, total_cents)
     SELECT 1 + floor(random() * 100000)::int,
            CASE WHEN dice < 0.01 THEN 'new' WHEN dice < 0.05 THEN 'paid' ELSE 'shipped' END,
            now() - random() * interval '730 days',
            500 + floor(random() * 20000)::int
     FROM (SELECT random() AS dice FROM generate_series(1, 2000000)) AS rolls;
     ANALYZE orders;
select status,count(*) from orders group by 1;
