"""Made-up lists to try with, as case systems write them, and what is right to find in them."""
