select table_name, measure, value, n, gold, unseen, version from accuracy order by unseen desc, gold, table_name, measure limit 400
