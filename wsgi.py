"""The application for a WSGI server: `gunicorn wsgi:app`."""

from ikz_award import create_app

app = create_app()
