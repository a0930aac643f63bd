select id as build, version from builds order by built_at desc limit 1
