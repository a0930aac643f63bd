select now_id from aliases where id = :id and table_name = :table
