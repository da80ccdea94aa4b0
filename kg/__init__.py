"""Knowledge graphs from the press of Vietnam's party committees and people's committees."""
