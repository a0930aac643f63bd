select coalesce(statement_id, figure_id, event_report_id, contribution_id, role_id) as fact, part, start, stop, quote
from evidence where article_id = :id order by start, stop, id
