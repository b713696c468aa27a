"""What a service refused, beside the fields it is about."""

from flask_wtf import FlaskForm

from ikz_award.domain.words.errors import Invalid


def show_errors(form: FlaskForm, refusal: Invalid) -> None:
    """Put a service's sentences beside the fields they belong to."""
    for name, message in refusal.errors.items():
        if name in form:
            form[name].errors = [*form[name].errors, message]
        else:
            form.form_errors.append(message)
