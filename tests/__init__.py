"""The tests mirror the package; `e2e` drives the whole program and `house` binds what is written tomorrow."""
