from hypothesis import settings

# A busy machine is no defect of the code under test; and forty property tests are to take a few seconds in all.
settings.register_profile("domain", deadline=None, max_examples=50)
settings.load_profile("domain")
