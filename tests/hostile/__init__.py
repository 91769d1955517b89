"""What somebody may hand to a clerk to do harm, made here, and met in processes of their own."""
