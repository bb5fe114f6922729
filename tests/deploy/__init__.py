"""What lies in deploy/: it is right, and it does what its README says."""
