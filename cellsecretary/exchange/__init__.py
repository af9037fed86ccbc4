"""What leaves a book and what comes in: rosters, scenarios, packets for the commune."""
