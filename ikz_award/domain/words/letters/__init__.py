"""What people are written, a module a feature and a function a kind of letter: plain values in, subject and body out.

Services gather the facts and send; no sentence of a letter stands there. `frame` has what all of them share.
"""
