"""What can be taught: the offers of the annex, their structure, and the ones the centre completes."""
