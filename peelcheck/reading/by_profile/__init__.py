"""Published sources, turned step by step into our tables as their profiles say."""
