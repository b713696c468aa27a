"""What a WSGI application is handed (PEP 3333)."""
