"""What a meeting of a party cell is: plain values and pure functions, standard library only."""
