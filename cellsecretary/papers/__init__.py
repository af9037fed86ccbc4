"""Records in, PDF out; import `catalogue` only when printing, for ReportLab is slow to load."""
