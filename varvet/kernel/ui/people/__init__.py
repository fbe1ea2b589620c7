"""Being away, and handing over the work of those who leave."""
