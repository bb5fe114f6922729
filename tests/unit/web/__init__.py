"""HTTP: what the gate lets through."""
