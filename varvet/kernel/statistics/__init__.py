"""What samples, changes and agreement can say: plain Python, each method with its source, and the honest sentence."""
